//! Which projects are like which.

use sandbox_explorer::data;

fn of(id: &str) -> Vec<&'static str> {
    let projects = data::bundled().projects;
    let project = projects.iter().find(|project| project.id == id).expect("a project");
    project.similar.iter().map(|&number| projects[usize::from(number)].id).collect()
}

#[test]
fn print_all() {
    for project in data::bundled().projects {
        println!("{:20} {}", project.id, of(project.id).join(", "));
    }
}
